/** The reader of archive files: {@link io.billingcenter.readers.files.archive.ArchiveReader}. */
@NullMarked
package io.billingcenter.readers.files.archive;

import org.jspecify.annotations.NullMarked;
