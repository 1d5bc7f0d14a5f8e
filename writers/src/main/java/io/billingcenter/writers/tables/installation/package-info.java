/** Output folders that a database takes over: {@link io.billingcenter.writers.tables.installation.InstallationWriter}. */
@NullMarked
package io.billingcenter.writers.tables.installation;

import org.jspecify.annotations.NullMarked;
