package io.inkstream.sheets.google;

/** The tab as it is: its id inside the spreadsheet, and how many rows and columns it has. */
public record Grid(int sheetId, int rows, int columns) {}
