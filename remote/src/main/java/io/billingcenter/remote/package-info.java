/** Clients of remote servers, for files that come from one and files that go to one. */
@NullMarked
package io.billingcenter.remote;

import org.jspecify.annotations.NullMarked;
