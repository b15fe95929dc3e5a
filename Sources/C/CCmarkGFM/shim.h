#include <cmark-gfm/parser.h>
#include <cmark-gfm/syntax_extension.h>
#include <cmark-gfm-core-extensions.h>

// Exported by the library, declared by none of its headers.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;

// Global variables of C are not to be read from Swift 6: they are read here.
static inline uint16_t sitegen_table(void) { return (uint16_t)CMARK_NODE_TABLE; }
static inline uint16_t sitegen_table_row(void) { return (uint16_t)CMARK_NODE_TABLE_ROW; }
static inline uint16_t sitegen_table_cell(void) { return (uint16_t)CMARK_NODE_TABLE_CELL; }
static inline uint16_t sitegen_strikethrough(void) { return (uint16_t)CMARK_NODE_STRIKETHROUGH; }
