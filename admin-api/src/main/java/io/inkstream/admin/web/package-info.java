/** What every page of the API has in common: problems, pages, cursors. Must not know what is shown. */
@NullMarked
package io.inkstream.admin.web;

import org.jspecify.annotations.NullMarked;
