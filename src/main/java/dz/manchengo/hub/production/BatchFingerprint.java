package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.platform.ContentHash;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether two files give the same batch: SHA-256 over its values in a fixed order, plain decimals,
 * lines sorted. Where it stood in its file is left out, and master data play no part.
 */
final class BatchFingerprint {
  private BatchFingerprint() {}

  static String sha256(Batch batch) {
    MessageDigest digest = ContentHash.newDigest();
    digest.update(canonical(batch).getBytes(StandardCharsets.UTF_8));
    return ContentHash.of(digest).hex();
  }

  static String canonical(Batch batch) {
    List<String> parts = new ArrayList<>();
    parts.add(
        line(
            DocumentNumber.norm(batch.number()),
            batch.status(),
            Items.key(batch.product()),
            batch.madeOn(),
            batch.startedAt(),
            batch.endedAt(),
            batch.recipe(),
            batch.operator(),
            batch.milkLitres(),
            batch.planned(),
            batch.lossKg(),
            batch.lossReason(),
            batch.declaredYield(),
            batch.ripeningStart(),
            batch.ripeningEnd(),
            batch.cellar(),
            batch.quality(),
            batch.note()));
    batch.outputs().stream().map(BatchFingerprint::output).sorted().forEach(parts::add);
    batch.inputs().stream().map(BatchFingerprint::input).sorted().forEach(parts::add);
    batch.measures().entrySet().stream()
        .map(one -> line("measure", one.getKey(), one.getValue()))
        .sorted()
        .forEach(parts::add);
    return String.join("\n", parts);
  }

  private static String output(Batch.Output output) {
    return line(
        "out",
        Items.key(output.product()),
        norm(output.lot()),
        output.quantity(),
        output.uom(),
        output.weightKg(),
        output.dlc(),
        output.ddm());
  }

  private static String input(Batch.Input input) {
    return line(
        "in",
        Items.key(input.product()),
        norm(input.lot()),
        input.planned(),
        input.quantity(),
        input.uom(),
        input.unitCost());
  }

  private static @Nullable String norm(@Nullable String lot) {
    return lot == null ? null : DocumentNumber.norm(lot);
  }

  private static String line(@Nullable Object... values) {
    return Arrays.stream(values).map(BatchFingerprint::text).collect(Collectors.joining("\t"));
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal number
        ? plain(number)
        : Normalizer.normalize(value.toString(), Normalizer.Form.NFC)
            .strip()
            .replaceAll("\\s+", " ");
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
