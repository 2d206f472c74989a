package dz.manchengo.hub.partner;

import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;

/**
 * One operation of the contract.
 *
 * @param open true when nobody has to say who calls
 * @param scopes all of them are needed
 * @param consumes types of body; empty when there is none
 * @param produces types of a good answer
 * @param query names of its query parameters
 * @param bodySize name of the body's limit, {@code hub.api.body.<name>}
 */
record Operation(
    String id,
    String method,
    boolean open,
    Set<String> scopes,
    List<MediaType> consumes,
    List<MediaType> produces,
    Set<String> query,
    String bodySize) {}
