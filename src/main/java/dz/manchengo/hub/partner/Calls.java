package dz.manchengo.hub.partner;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The call that this thread answers: the servlet carries it from the gate through the route. */
@Component("calls")
class Calls {
  private static final String ATTRIBUTE = Call.class.getName();

  /** The first step of every route of the API: the call becomes the message's body. */
  Call current() {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
        && attributes.getRequest().getAttribute(ATTRIBUTE) instanceof Call call) {
      return call;
    }
    throw new IllegalStateException("no call came through the gate on this thread");
  }

  static void open(HttpServletRequest request, Call call) {
    request.setAttribute(ATTRIBUTE, call);
  }
}
