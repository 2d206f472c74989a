package dz.manchengo.hub.platform;

import java.io.IOException;
import java.nio.file.Path;

/** The home cannot be had; the message is for the person who starts the hub. */
class HomeUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String action;

  private HomeUnavailable(String message, String action, IOException cause) {
    super(message, cause);
    this.action = action;
  }

  private HomeUnavailable(String message, String action) {
    super(message);
    this.action = action;
  }

  static HomeUnavailable inUse(Path home) {
    return new HomeUnavailable(
        "Le dossier %s est déjà utilisé par un autre hub en marche. / The folder %s is already in use by another running hub."
            .formatted(home, home),
        "Arrêtez l'autre hub, ou donnez un autre dossier à celui-ci (HUB_HOME). / Stop the other hub, or give this one a folder of its own (HUB_HOME).");
  }

  static HomeUnavailable notUsable(Path home, IOException cause) {
    return new HomeUnavailable(
        "Le dossier %s ne peut pas être créé ou écrit (%s). / The folder %s cannot be created or written."
            .formatted(home, cause, home),
        "Donnez au hub un dossier où il peut écrire (HUB_HOME). / Give the hub a folder that it may write to (HUB_HOME).",
        cause);
  }

  String action() {
    return action;
  }
}
