#include "curl_at_run_time.h"

#include <library_at_run_time.h>
#include <pthread.h>

static struct {
  CURLcode (*global_init)(long);
  CURL *(*easy_init)(void);
  void (*easy_cleanup)(CURL *);
  void (*easy_reset)(CURL *);
  CURLcode (*easy_perform)(CURL *);
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
  struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
  void (*slist_free_all)(struct curl_slist *);
} curl;

static struct sitegen_library library = {
#ifdef __APPLE__
  .names = (const char *const[]){"libcurl.4.dylib", NULL},
#else
  .names = (const char *const[]){"libcurl.so.4", NULL},
#endif
  .symbols =
    (const struct sitegen_symbol[]){
      {"curl_global_init", &curl.global_init},
      {"curl_easy_init", &curl.easy_init},
      {"curl_easy_cleanup", &curl.easy_cleanup},
      {"curl_easy_reset", &curl.easy_reset},
      {"curl_easy_perform", &curl.easy_perform},
      {"curl_easy_setopt", &curl.easy_setopt},
      {"curl_easy_getinfo", &curl.easy_getinfo},
      {"curl_slist_append", &curl.slist_append},
      {"curl_slist_free_all", &curl.slist_free_all},
      {NULL, NULL},
    },
};

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_library(void) {
  sitegen_library_open(&library);
  if (sitegen_library_refusal(&library) == NULL && curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
    sitegen_library_refuse(&library, "it does not start");
}

const char *sitegen_curl_open(void) {
  pthread_once(&once, open_library);
  return sitegen_library_refusal(&library);
}

CURL *sitegen_curl_new(void) { return curl.easy_init(); }
void sitegen_curl_free(CURL *handle) { curl.easy_cleanup(handle); }
void sitegen_curl_reset(CURL *handle) { curl.easy_reset(handle); }
CURLcode sitegen_curl_perform(CURL *handle) { return curl.easy_perform(handle); }

CURLcode sitegen_curl_set_number(CURL *handle, CURLoption option, long value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode sitegen_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode sitegen_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode sitegen_curl_set_pointer(CURL *handle, CURLoption option, const void *value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode sitegen_curl_set_blob(CURL *handle, CURLoption option, const void *bytes, size_t count) {
  struct curl_blob blob = {.data = (void *)bytes, .len = count, .flags = CURL_BLOB_COPY};
  return curl.easy_setopt(handle, option, &blob);
}

CURLcode sitegen_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *list) {
  return curl.easy_setopt(handle, option, list);
}

CURLcode sitegen_curl_set_receiver(CURL *handle, CURLoption option, curl_write_callback receive) {
  return curl.easy_setopt(handle, option, receive);
}

CURLcode sitegen_curl_set_watcher(CURL *handle, curl_xferinfo_callback watch) {
  return curl.easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, watch);
}

long sitegen_curl_number(CURL *handle, CURLINFO info) {
  long value = 0;
  return curl.easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

curl_off_t sitegen_curl_size(CURL *handle, CURLINFO info) {
  curl_off_t value = 0;
  return curl.easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

struct curl_slist *sitegen_curl_append(struct curl_slist *list, const char *text) {
  return curl.slist_append(list, text);
}

void sitegen_curl_free_list(struct curl_slist *list) { curl.slist_free_all(list); }
