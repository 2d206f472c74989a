package dz.manchengo.hub.backup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.util.DigestUtils;

/**
 * Columns, constraints, indexes, functions, policies, rights and the like.
 *
 * @param md5 of the lines
 * @param lines one for each, ordered; none where only the sum was kept
 */
record Catalogue(String md5, List<String> lines) {
  private static final int LONGEST = 200;

  static Catalogue of(List<String> lines) {
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return new Catalogue(DigestUtils.md5DigestAsHex(text), List.copyOf(lines));
  }

  /** As a manifest keeps it. */
  @JsonCreator
  static Catalogue kept(String md5) {
    return new Catalogue(md5, List.of());
  }

  @JsonValue
  @Override
  public String md5() {
    return md5;
  }

  boolean isSame(Catalogue other) {
    return md5.equals(other.md5);
  }

  /** The first line that the other one has not; what is missing there, or what is too much. */
  String firstBeyond(Catalogue other) {
    Set<String> known = new HashSet<>(other.lines);
    String line = lines.stream().filter(one -> !known.contains(one)).findFirst().orElse("–");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
