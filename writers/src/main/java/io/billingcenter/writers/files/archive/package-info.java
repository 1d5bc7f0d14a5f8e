/** The writer of archive files: {@link io.billingcenter.writers.files.archive.ArchiveWriter}. */
@NullMarked
package io.billingcenter.writers.files.archive;

import org.jspecify.annotations.NullMarked;
