package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.FeedCatalogue;
import dz.manchengo.hub.platform.SettingRefused;
import dz.manchengo.hub.platform.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where files can be sent, whichever door they come through: the drop folders. */
@Component
public class Destinations {
  /** One folder for each kind of document (contract). */
  static final List<String> DOCUMENTS =
      List.of(
          "orders",
          "invoices",
          "payments",
          "production",
          "stock-counts",
          "stock-movements",
          "products",
          "parties",
          "ledger-balances");

  private final Supplier<List<String>> own;
  private final Texts texts;

  @Autowired
  Destinations(FeedCatalogue feeds, @Value("${hub.language}") Locale language) {
    this(feeds::folders, language);
  }

  Destinations(Supplier<List<String>> own, Locale language) {
    this.own = own;
    this.texts = new Texts(language);
  }

  /**
   * The inbox itself, which is the empty name and lets the headers tell, one folder a document, and
   * those that feeds add now; the set is its caller's.
   */
  Set<String> folders() {
    Set<String> folders = new TreeSet<>(DOCUMENTS);
    folders.add("");
    folders.addAll(own.get());
    return folders;
  }

  /**
   * Checks a folder that a setting names.
   *
   * @param key the setting
   * @throws SettingRefused if every file sent there would be refused
   */
  public void check(String key, String folder) {
    Set<String> folders = folders();
    if (!folders.contains(folder)) {
      folders.remove("");
      throw new SettingRefused(
          texts.get("setting.no-drop-folder", key, folder, String.join(", ", folders)),
          texts.get("setting.mend", key));
    }
  }
}
