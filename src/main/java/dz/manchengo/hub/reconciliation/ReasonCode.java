package dz.manchengo.hub.reconciliation;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Why a difference is posted (domain notes §5.1): decides between normal and abnormal loss. */
enum ReasonCode {
  COUNT_ERROR,
  UNIT_ERROR,
  UNRECORDED_EXIT,
  UNRECORDED_ENTRY,
  WEIGHT_LOSS,
  SAMPLE,
  THEFT_SUSPECTED,
  LABEL_SWAP,
  DLC_EXPIRED,
  QUALITY_DEFECT,
  DAMAGE,
  CONTAMINATION,
  INVENTORY_ADJUSTMENT,
  OTHER;

  static boolean isKnown(String code) {
    return Arrays.stream(values()).anyMatch(one -> one.name().equals(code));
  }

  static String all() {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
  }
}
