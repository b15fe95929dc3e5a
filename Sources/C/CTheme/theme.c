// The files of the default theme are compiled in, so that the program stays one file. A file that is added under
// Sources/Themes/Default needs its two lines here; a test tells when they are missing.

#include "theme.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t tokens[] = {
#embed "../../Themes/Default/styles/tokens.css"
};
static const uint8_t base[] = {
#embed "../../Themes/Default/styles/base.css"
};
static const uint8_t prose[] = {
#embed "../../Themes/Default/styles/prose.css"
};
static const uint8_t blocks[] = {
#embed "../../Themes/Default/styles/blocks.css"
};
static const uint8_t code[] = {
#embed "../../Themes/Default/styles/code.css"
};
static const uint8_t article[] = {
#embed "../../Themes/Default/scripts/article.js"
};
static const uint8_t base_html[] = {
#embed "../../Themes/Default/templates/base.html"
};
static const uint8_t home_html[] = {
#embed "../../Themes/Default/templates/home.html"
};
static const uint8_t list_html[] = {
#embed "../../Themes/Default/templates/list.html"
};
static const uint8_t page_html[] = {
#embed "../../Themes/Default/templates/page.html"
};
static const uint8_t post_html[] = {
#embed "../../Themes/Default/templates/post.html"
};
static const uint8_t terms_html[] = {
#embed "../../Themes/Default/templates/terms.html"
};
static const uint8_t f_templates_partials_embed_html[] = {
#embed "../../Themes/Default/templates/partials/embed.html"
};
static const uint8_t f_templates_shortcodes_comment_html[] = {
#embed "../../Themes/Default/templates/shortcodes/comment.html"
};
static const uint8_t f_templates_shortcodes_details_html[] = {
#embed "../../Themes/Default/templates/shortcodes/details.html"
};
static const uint8_t f_templates_shortcodes_figure_html[] = {
#embed "../../Themes/Default/templates/shortcodes/figure.html"
};
static const uint8_t f_templates_shortcodes_gist_html[] = {
#embed "../../Themes/Default/templates/shortcodes/gist.html"
};
static const uint8_t f_templates_shortcodes_highlight_html[] = {
#embed "../../Themes/Default/templates/shortcodes/highlight.html"
};
static const uint8_t f_templates_shortcodes_instagram_html[] = {
#embed "../../Themes/Default/templates/shortcodes/instagram.html"
};
static const uint8_t f_templates_shortcodes_param_html[] = {
#embed "../../Themes/Default/templates/shortcodes/param.html"
};
static const uint8_t f_templates_shortcodes_ref_html[] = {
#embed "../../Themes/Default/templates/shortcodes/ref.html"
};
static const uint8_t f_templates_shortcodes_relref_html[] = {
#embed "../../Themes/Default/templates/shortcodes/relref.html"
};
static const uint8_t f_templates_shortcodes_tweet_html[] = {
#embed "../../Themes/Default/templates/shortcodes/tweet.html"
};
static const uint8_t f_templates_shortcodes_twitter_html[] = {
#embed "../../Themes/Default/templates/shortcodes/twitter.html"
};
static const uint8_t f_templates_shortcodes_vimeo_html[] = {
#embed "../../Themes/Default/templates/shortcodes/vimeo.html"
};
static const uint8_t f_templates_shortcodes_x_html[] = {
#embed "../../Themes/Default/templates/shortcodes/x.html"
};
static const uint8_t f_templates_shortcodes_youtube_html[] = {
#embed "../../Themes/Default/templates/shortcodes/youtube.html"
};

static const sitegen_theme_file files[] = {
  {"styles/tokens.css", tokens, sizeof tokens},
  {"styles/base.css", base, sizeof base},
  {"styles/prose.css", prose, sizeof prose},
  {"styles/blocks.css", blocks, sizeof blocks},
  {"styles/code.css", code, sizeof code},
  {"scripts/article.js", article, sizeof article},
  {"templates/base.html", base_html, sizeof base_html},
  {"templates/home.html", home_html, sizeof home_html},
  {"templates/list.html", list_html, sizeof list_html},
  {"templates/page.html", page_html, sizeof page_html},
  {"templates/post.html", post_html, sizeof post_html},
  {"templates/terms.html", terms_html, sizeof terms_html},
  {"templates/partials/embed.html", f_templates_partials_embed_html, sizeof f_templates_partials_embed_html},
  {"templates/shortcodes/comment.html", f_templates_shortcodes_comment_html, sizeof f_templates_shortcodes_comment_html},
  {"templates/shortcodes/details.html", f_templates_shortcodes_details_html, sizeof f_templates_shortcodes_details_html},
  {"templates/shortcodes/figure.html", f_templates_shortcodes_figure_html, sizeof f_templates_shortcodes_figure_html},
  {"templates/shortcodes/gist.html", f_templates_shortcodes_gist_html, sizeof f_templates_shortcodes_gist_html},
  {"templates/shortcodes/highlight.html", f_templates_shortcodes_highlight_html, sizeof f_templates_shortcodes_highlight_html},
  {"templates/shortcodes/instagram.html", f_templates_shortcodes_instagram_html, sizeof f_templates_shortcodes_instagram_html},
  {"templates/shortcodes/param.html", f_templates_shortcodes_param_html, sizeof f_templates_shortcodes_param_html},
  {"templates/shortcodes/ref.html", f_templates_shortcodes_ref_html, sizeof f_templates_shortcodes_ref_html},
  {"templates/shortcodes/relref.html", f_templates_shortcodes_relref_html, sizeof f_templates_shortcodes_relref_html},
  {"templates/shortcodes/tweet.html", f_templates_shortcodes_tweet_html, sizeof f_templates_shortcodes_tweet_html},
  {"templates/shortcodes/twitter.html", f_templates_shortcodes_twitter_html, sizeof f_templates_shortcodes_twitter_html},
  {"templates/shortcodes/vimeo.html", f_templates_shortcodes_vimeo_html, sizeof f_templates_shortcodes_vimeo_html},
  {"templates/shortcodes/x.html", f_templates_shortcodes_x_html, sizeof f_templates_shortcodes_x_html},
  {"templates/shortcodes/youtube.html", f_templates_shortcodes_youtube_html, sizeof f_templates_shortcodes_youtube_html},
};

size_t sitegen_theme_count(void) { return sizeof files / sizeof *files; }

sitegen_theme_file sitegen_theme_at(size_t index) { return files[index]; }
