/** Databases of older programs: {@link io.billingcenter.readers.tables.upgrade.SchemaUpgradeReader}. */
@NullMarked
package io.billingcenter.readers.tables.upgrade;

import org.jspecify.annotations.NullMarked;
