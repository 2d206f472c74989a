package dz.manchengo.hub.platform;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Finds settings that nobody reads: a word that is misspelt would be left out in silence. */
@Component
public class KnownSettings {
  private final Environment environment;
  private final Texts texts;

  public KnownSettings(Environment environment, @Value("${hub.language}") Locale language) {
    this.environment = environment;
    this.texts = new Texts(language);
  }

  /**
   * Checks what stands below a prefix; of variables of the environment, whose names are ambiguous,
   * nothing is said.
   *
   * @param type what the settings are read as
   * @throws SettingRefused for one that it does not have
   */
  public void require(String prefix, Bindable<?> type) {
    NoUnboundElementsBindHandler strict =
        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter());
    try {
      Binder.get(environment).bind(prefix, type, strict);
    } catch (BindException e) {
      if (NestedExceptionUtils.getMostSpecificCause(e)
          instanceof UnboundConfigurationPropertiesException unbound) {
        String key = unbound.getUnboundProperties().iterator().next().getName().toString();
        throw new SettingRefused(
            texts.get("setting.unknown", key), texts.get("setting.write", key));
      }
      throw e;
    }
  }
}
