package dz.manchengo.hub.partner;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request without its body. Camel would read it into its stream cache, or take a form's fields
 * for headers; the bean reads it from the {@link Call}, once and as it comes in. HEAD is answered
 * as GET is, the servlet container leaves the body of the answer out.
 */
final class SeenByCamel extends HttpServletRequestWrapper {
  private final String method;
  private final String path;

  SeenByCamel(HttpServletRequest request, String method, Address address) {
    super(request);
    this.method = method;
    this.path = address.withoutValues();
  }

  /** A slash within a number is no step of the address. */
  @Override
  public String getPathInfo() {
    return path;
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public int getContentLength() {
    return 0;
  }

  @Override
  public long getContentLengthLong() {
    return 0;
  }

  @Override
  public @Nullable String getContentType() {
    return null;
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Nothing();
  }

  private static final class Nothing extends ServletInputStream {
    @Override
    public int read() {
      return -1;
    }

    @Override
    public boolean isFinished() {
      return true;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("camel-servlet reads on the request's thread");
    }
  }
}
