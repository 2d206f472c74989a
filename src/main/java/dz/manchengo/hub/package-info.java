/** Manchengo Hub: files, mails and calls come in, documents go into PostgreSQL, answers go out. */
@NullMarked
package dz.manchengo.hub;

import org.jspecify.annotations.NullMarked;
