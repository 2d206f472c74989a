package dz.manchengo.hub.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a setting has to be; the hub does not start otherwise, and says which line, and why. */
@Component
public final class StartCheck {
  /** A number without a unit counts milliseconds: fewer were meant as seconds. */
  public static final long LEAST_MILLIS = 100;

  private final Texts texts;

  public StartCheck(@Value("${hub.language}") Locale language) {
    this.texts = new Texts(language);
    require(
        List.of("fr", "en").contains(language.getLanguage()),
        "hub.language",
        language,
        "setting.why.language");
  }

  /**
   * Checks a setting that the hub cannot be without.
   *
   * @throws SettingRefused where it is blank
   */
  public void given(String key, @Nullable String value) {
    require(value != null && !value.isBlank(), key, null, "setting.why.needed");
  }

  /**
   * Checks a setting.
   *
   * @param met whether it can be meant
   * @param value what it is; null for nothing
   * @param why the text that says what it has to be
   * @throws SettingRefused where it cannot
   */
  public void require(boolean met, String key, @Nullable Object value, String why) {
    if (!met) {
      throw new SettingRefused(
          value == null
              ? texts.get("setting.missing", key, texts.get(why))
              : texts.get("setting.wrong", key, value.toString(), texts.get(why)),
          texts.get("setting.write", key));
    }
  }

  /**
   * Checks a way to log in that stands instead of a password.
   *
   * @throws SettingRefused where there is a password too: nobody could say which one holds
   */
  public void alone(String key, @Nullable Object way, @Nullable Object... passwords) {
    boolean one = Arrays.stream(passwords).anyMatch(p -> p != null && !p.toString().isBlank());
    require(way == null || !one, key, way, "setting.why.one-login");
  }

  /**
   * Checks a secret that is given as it is, or as the file that holds it ({@code key-file}).
   *
   * @throws SettingRefused where it is given twice: nobody could say which one holds
   */
  public void either(String key, @Nullable String secret, @Nullable Object file) {
    boolean given = secret != null && !secret.isBlank();
    boolean filed = file != null && !file.toString().isBlank();
    require(!(given && filed), key + "-file", file, "setting.why.one-secret");
  }
}
