/** Output folders that a database takes over: {@link io.billingcenter.writers.installation.InstallationTable}. */
@NullMarked
package io.billingcenter.writers.installation;

import org.jspecify.annotations.NullMarked;
