/** Output folders: {@link io.billingcenter.readers.installation.OutputFolderReader}. */
@NullMarked
package io.billingcenter.readers.installation;

import org.jspecify.annotations.NullMarked;
