package dz.manchengo.hub.platform;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What the hub says to people, from {@code messages_{fr,en}.properties}. */
public final class Texts {
  private final ResourceBundle bundle;
  private final Locale language;

  public Texts(Locale language) {
    this.language = language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    this.bundle =
        ResourceBundle.getBundle(
            "messages",
            this.language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public Locale language() {
    return language;
  }

  /** The key with that ending where it has a text of its own, or else without. */
  public String own(String key, String ending) {
    String own = key + "." + ending;
    return bundle.containsKey(own) ? own : key;
  }

  /** The text of that key with its {@code {0}} places filled. */
  public String get(String key, @Nullable Object... values) {
    return new MessageFormat(bundle.getString(key), language).format(values);
  }
}
