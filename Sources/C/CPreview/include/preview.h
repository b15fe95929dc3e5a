#pragma once
#include <stddef.h>
#include <stdint.h>

/// The script that the preview adds to pages.
const uint8_t *sitegen_preview_script(size_t *count);
