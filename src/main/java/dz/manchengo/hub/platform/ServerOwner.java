package dz.manchengo.hub.platform;

/** Whoever may make databases and extensions on a server that the hub runs itself. */
public interface ServerOwner {
  String ownerName();

  String ownerPassword();
}
