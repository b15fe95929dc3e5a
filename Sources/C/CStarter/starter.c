// What `sitegen init` and `sitegen new` write is compiled in, so that the program stays one file. A file that is added
// under Sources/Starter/Files needs its two lines here; a test tells when they are missing.

#include "starter.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t archetypes_post_md[] = {
#embed "../../Starter/Files/archetypes/post.md"
};
static const uint8_t archetypes_project_md[] = {
#embed "../../Starter/Files/archetypes/project.md"
};
static const uint8_t ci_forgejo_yml[] = {
#embed "../../Starter/Files/ci/forgejo.yml"
};
static const uint8_t ci_github_yml[] = {
#embed "../../Starter/Files/ci/github.yml"
};
static const uint8_t ci_gitlab_yml[] = {
#embed "../../Starter/Files/ci/gitlab.yml"
};
static const uint8_t content__index_md[] = {
#embed "../../Starter/Files/site/content/_index.md"
};
static const uint8_t content_acerca_md[] = {
#embed "../../Starter/Files/site/content/acerca.md"
};
static const uint8_t content_blog__index_md[] = {
#embed "../../Starter/Files/site/content/blog/_index.md"
};
static const uint8_t content_blog_hola_md[] = {
#embed "../../Starter/Files/site/content/blog/hola.md"
};
static const uint8_t content_proyectos__index_md[] = {
#embed "../../Starter/Files/site/content/proyectos/_index.md"
};
static const uint8_t content_proyectos_mi_homelab_index_md[] = {
#embed "../../Starter/Files/site/content/proyectos/mi-homelab/index.md"
};
static const uint8_t gitignore[] = {
#embed "../../Starter/Files/site/gitignore"
};
static const uint8_t inventory_homelab_yaml[] = {
#embed "../../Starter/Files/site/inventory/homelab.yaml"
};
static const uint8_t site_yaml[] = {
#embed "../../Starter/Files/site/site.yaml"
};
static const uint8_t static_favicon_svg[] = {
#embed "../../Starter/Files/site/static/favicon.svg"
};

static const sitegen_starter_file files[] = {
  {"archetypes/post.md", archetypes_post_md, sizeof archetypes_post_md},
  {"archetypes/project.md", archetypes_project_md, sizeof archetypes_project_md},
  {"ci/forgejo.yml", ci_forgejo_yml, sizeof ci_forgejo_yml},
  {"ci/github.yml", ci_github_yml, sizeof ci_github_yml},
  {"ci/gitlab.yml", ci_gitlab_yml, sizeof ci_gitlab_yml},
  {"site/content/_index.md", content__index_md, sizeof content__index_md},
  {"site/content/acerca.md", content_acerca_md, sizeof content_acerca_md},
  {"site/content/blog/_index.md", content_blog__index_md, sizeof content_blog__index_md},
  {"site/content/blog/hola.md", content_blog_hola_md, sizeof content_blog_hola_md},
  {"site/content/proyectos/_index.md", content_proyectos__index_md, sizeof content_proyectos__index_md},
  {"site/content/proyectos/mi-homelab/index.md", content_proyectos_mi_homelab_index_md, sizeof content_proyectos_mi_homelab_index_md},
  {"site/gitignore", gitignore, sizeof gitignore},
  {"site/inventory/homelab.yaml", inventory_homelab_yaml, sizeof inventory_homelab_yaml},
  {"site/site.yaml", site_yaml, sizeof site_yaml},
  {"site/static/favicon.svg", static_favicon_svg, sizeof static_favicon_svg},
};

size_t sitegen_starter_count(void) { return sizeof files / sizeof *files; }

sitegen_starter_file sitegen_starter_at(size_t index) { return files[index]; }
