/** Upgrades of databases of older programs: {@link io.billingcenter.writers.tables.upgrade.SchemaUpgradeWriter}. */
@NullMarked
package io.billingcenter.writers.tables.upgrade;

import org.jspecify.annotations.NullMarked;
