package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.HubHome;
import java.nio.file.Path;
import java.util.List;

/** Where backups and their key are, as the settings say or else in the home. */
final class Places {
  private Places() {}

  static List<Place> of(BackupSettings settings, HubHome home) {
    List<String> named = settings.folders().stream().filter(name -> !name.isBlank()).toList();
    return named.isEmpty()
        ? List.of(new FolderPlace(home.path().resolve("backups")))
        : named.stream()
            .<Place>map(name -> new FolderPlace(Path.of(name).toAbsolutePath()))
            .toList();
  }

  static Path keyFile(BackupSettings settings, HubHome home) {
    return settings.keyFile().isBlank()
        ? home.path().resolve("backup-key.txt")
        : Path.of(settings.keyFile());
  }
}
