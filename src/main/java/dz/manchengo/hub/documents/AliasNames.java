package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.Aliases.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers in their normal form, and the fields that they name. */
final class AliasNames {
  private AliasNames() {}

  /** Those of the scopes, in the order of the scopes. */
  static List<Field> among(@Nullable List<Field> fields, List<String> scopes) {
    if (fields == null) {
      return List.of();
    }
    List<Field> among = new ArrayList<>(2);
    for (String scope : scopes) {
      for (Field field : fields) {
        if (field.scope().equals(scope)) {
          among.add(field);
        }
      }
    }
    return List.copyOf(among);
  }

  /** As programs write it: {@code unit_price_ht}. An alias of another field wins. */
  static void learnOwnName(Map<String, List<Field>> aliases, Field field) {
    List<Field> taken = aliases.getOrDefault(HeaderName.normalise(field.name()), List.of());
    if (taken.stream().noneMatch(other -> other.scope().equals(field.scope()))) {
      learn(aliases, field.name(), field);
    }
  }

  static void learn(Map<String, List<Field>> aliases, String header, Field field) {
    List<Field> fields =
        aliases.computeIfAbsent(HeaderName.normalise(header), name -> new ArrayList<>());
    if (!fields.contains(field)) {
      fields.add(field);
    }
  }
}
