/** The hub from outside: files are dropped, answers and tables are read. */
@NullMarked
package dz.manchengo.hub.scenario;

import org.jspecify.annotations.NullMarked;
