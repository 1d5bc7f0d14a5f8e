/** The command line: {@link io.billingcenter.jobs.cli.BillingCommand} is the entry of the program. */
@NullMarked
package io.billingcenter.jobs.cli;

import org.jspecify.annotations.NullMarked;
