package dz.manchengo.hub.platform;

/** A setting that cannot be meant; the message is for the person who starts the hub. */
public class SettingRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String action;

  /**
   * Two sentences in the hub's language.
   *
   * @param message which setting, and why not
   * @param action the way out
   */
  public SettingRefused(String message, String action) {
    super(message);
    this.action = action;
  }

  String action() {
    return action;
  }
}
