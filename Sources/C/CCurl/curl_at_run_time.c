#include "curl_at_run_time.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

#ifdef __APPLE__
static const char *const names[] = {"libcurl.4.dylib", NULL};
#else
static const char *const names[] = {"libcurl.so.4", NULL};
#endif

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

static pthread_once_t once = PTHREAD_ONCE_INIT;
static char refusal[256];

static void refuse(const char *reason) {
  snprintf(refusal, sizeof refusal, "%s", reason ? reason : "no reason given");
}

static int find(void *library, const char *name, void *place) {
  void *symbol = dlsym(library, name);
  if (symbol == NULL) {
    refuse(dlerror());
    return 0;
  }
  *(void **)place = symbol;
  return 1;
}

static void open_library(void) {
  void *library = NULL;
  for (const char *const *name = names; *name && library == NULL; name++) library = dlopen(*name, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    refuse(dlerror());
    return;
  }
  int complete = find(library, "curl_global_init", &curl.global_init)
    && find(library, "curl_easy_init", &curl.easy_init)
    && find(library, "curl_easy_cleanup", &curl.easy_cleanup)
    && find(library, "curl_easy_reset", &curl.easy_reset)
    && find(library, "curl_easy_perform", &curl.easy_perform)
    && find(library, "curl_easy_setopt", &curl.easy_setopt)
    && find(library, "curl_easy_getinfo", &curl.easy_getinfo)
    && find(library, "curl_slist_append", &curl.slist_append)
    && find(library, "curl_slist_free_all", &curl.slist_free_all);
  if (complete && curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) refuse("it does not start");
}

const char *sitegen_curl_open(void) {
  pthread_once(&once, open_library);
  return refusal[0] ? refusal : NULL;
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
