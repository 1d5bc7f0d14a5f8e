/** Manifests by signed HTTP requests. */
@NullMarked
package io.billingcenter.writers.channels.webhook;

import org.jspecify.annotations.NullMarked;
