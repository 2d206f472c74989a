package dz.manchengo.hub.intake;

import java.util.Map;

/**
 * The answer to a request as it is given again to a retry.
 *
 * @param status of HTTP, below 500
 * @param body JSON
 */
public record KeptReply(int status, Map<String, String> headers, String body) {
  public KeptReply {
    headers = Map.copyOf(headers);
  }
}
