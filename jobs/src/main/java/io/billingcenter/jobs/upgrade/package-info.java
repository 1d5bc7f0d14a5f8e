/** Databases of older programs: {@link io.billingcenter.jobs.upgrade.SchemaUpgrade}. */
@NullMarked
package io.billingcenter.jobs.upgrade;

import org.jspecify.annotations.NullMarked;
