/** Notices by mail. */
@NullMarked
package io.billingcenter.writers.channels.mail;

import org.jspecify.annotations.NullMarked;
