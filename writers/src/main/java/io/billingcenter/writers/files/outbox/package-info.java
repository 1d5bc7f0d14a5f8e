/** Manifests of what is sent, and receipts of what was received. */
@NullMarked
package io.billingcenter.writers.files.outbox;

import org.jspecify.annotations.NullMarked;
