package dz.manchengo.hub.intake;

/** Names that are left alone wherever files come from: locks, hidden and unfinished files. */
public final class PassedOver {
  private PassedOver() {}

  public static boolean isMeantBy(String name) {
    return name.startsWith("~$")
        || name.startsWith(".")
        || name.endsWith(".tmp")
        || name.endsWith(".part")
        || name.endsWith(".filepart")
        || name.equalsIgnoreCase("Thumbs.db")
        || name.equalsIgnoreCase("desktop.ini");
  }
}
