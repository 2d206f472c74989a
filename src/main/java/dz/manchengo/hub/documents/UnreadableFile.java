package dz.manchengo.hub.documents;

/** The file is refused whole before any document could be made of it. */
public class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  public UnreadableFile(Finding finding) {
    super(finding.rule() + " " + finding.params());
    this.finding = finding;
  }

  /** The one sentence that its sender gets. */
  public Finding finding() {
    return finding;
  }
}
