/** Shipments to SFTP servers. */
@NullMarked
package io.billingcenter.writers.channels.sftp;

import org.jspecify.annotations.NullMarked;
