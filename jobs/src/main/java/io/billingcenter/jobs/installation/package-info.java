/** One output folder, one database: {@link io.billingcenter.jobs.installation.OutputFolder}. */
@NullMarked
package io.billingcenter.jobs.installation;

import org.jspecify.annotations.NullMarked;
