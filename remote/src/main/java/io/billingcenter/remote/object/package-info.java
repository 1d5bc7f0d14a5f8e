/** Clients of S3-compatible object stores. Together with their users, the only code that knows the library of the protocol. */
@NullMarked
package io.billingcenter.remote.object;

import org.jspecify.annotations.NullMarked;
