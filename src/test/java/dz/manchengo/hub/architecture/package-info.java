/** Tests that read files: what the compiler cannot see, a test reads. */
@NullMarked
package dz.manchengo.hub.architecture;

import org.jspecify.annotations.NullMarked;
