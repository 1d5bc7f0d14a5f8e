/** Sessions with SFTP servers. Together with their users, the only code that knows the library of the protocol. */
@NullMarked
package io.billingcenter.remote.sftp;

import org.jspecify.annotations.NullMarked;
