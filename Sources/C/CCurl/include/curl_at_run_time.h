#ifndef SITEGEN_CURL_H
#define SITEGEN_CURL_H

#include <curl/curl.h>

// libcurl is opened when the first request is made: linked, it and the thirty libraries behind it would double the time
// that the program takes to start. These are its functions that we use; those with variable arguments get their types.

/// Opens the library once; NULL when it is open, else why it is not.
const char *sitegen_curl_open(void);

CURL *sitegen_curl_new(void);
void sitegen_curl_free(CURL *handle);
/// Forgets all options, but keeps live connections.
void sitegen_curl_reset(CURL *handle);
CURLcode sitegen_curl_perform(CURL *handle);

CURLcode sitegen_curl_set_number(CURL *handle, CURLoption option, long value);
CURLcode sitegen_curl_set_size(CURL *handle, CURLoption option, curl_off_t value);
CURLcode sitegen_curl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode sitegen_curl_set_pointer(CURL *handle, CURLoption option, const void *value);
/// Hands over bytes that the library copies.
CURLcode sitegen_curl_set_blob(CURL *handle, CURLoption option, const void *bytes, size_t count);
CURLcode sitegen_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *list);
CURLcode sitegen_curl_set_receiver(CURL *handle, CURLoption option, curl_write_callback receive);
CURLcode sitegen_curl_set_watcher(CURL *handle, curl_xferinfo_callback watch);

long sitegen_curl_number(CURL *handle, CURLINFO info);
curl_off_t sitegen_curl_size(CURL *handle, CURLINFO info);

/// Appends a copy of the text; NULL when there is no memory, and then the list is as it was.
struct curl_slist *sitegen_curl_append(struct curl_slist *list, const char *text);
void sitegen_curl_free_list(struct curl_slist *list);

#endif
