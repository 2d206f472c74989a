package dz.manchengo.hub.architecture;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Kubernetes' types have no field for: fabric8 keeps it in a map and says nothing. */
final class UnknownFields {
  private static final String LEFT_OVER = "additionalProperties";

  private final List<String> found = new ArrayList<>();

  private UnknownFields() {}

  /** Their paths below an object. */
  static List<String> of(String name, Object object) {
    UnknownFields unknown = new UnknownFields();
    unknown.look(name, object);
    return unknown.found;
  }

  private void look(String path, @Nullable Object value) {
    if (value instanceof Collection<?> all) {
      int i = 0;
      for (Object one : all) {
        look(path + "[" + i++ + "]", one);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, one) -> look(path + "." + key, one));
    } else if (value != null && value.getClass().getName().startsWith("io.fabric8.")) {
      for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
        fields(path, value, type);
      }
    }
  }

  private void fields(String path, Object value, Class<?> type) {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) || type.isEnum()) {
        continue;
      }
      Object held = held(field, value);
      if (field.getName().equals(LEFT_OVER) && held instanceof Map<?, ?> left) {
        left.keySet().forEach(key -> found.add(path + "." + key));
      } else {
        look(path + "." + field.getName(), held);
      }
    }
  }

  private static @Nullable Object held(Field field, Object value) {
    try {
      field.setAccessible(true);
      return field.get(value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
