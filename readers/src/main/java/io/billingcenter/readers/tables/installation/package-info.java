/** Output folders: {@link io.billingcenter.readers.files.installation.OutputFolderReader}. */
@NullMarked
package io.billingcenter.readers.tables.installation;

import org.jspecify.annotations.NullMarked;
