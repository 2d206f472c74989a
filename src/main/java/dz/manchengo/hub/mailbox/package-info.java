/**
 * Mailboxes as doors to the inbox: a mail is kept whole, its attachments become submissions, and
 * only then does it leave the mailbox; the answers go back to its sender (decision 0024).
 */
@ApplicationModule(
    displayName = "mailbox",
    allowedDependencies = {"platform", "documents", "intake", "notices", "tracing"})
@NullMarked
package dz.manchengo.hub.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
