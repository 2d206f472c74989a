package dz.manchengo.hub.documents;

/** What comes first in {@code 03/04/2026}. */
public enum DateOrder {
  /** Day first: 3 April, the custom here. */
  DMY,
  /** Month first: 4 March. */
  MDY
}
