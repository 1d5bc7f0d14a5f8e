/** Reference data and price books into the tables: {@link io.billingcenter.jobs.reference.ImportReferenceJob}. */
@NullMarked
package io.billingcenter.jobs.reference;

import org.jspecify.annotations.NullMarked;
