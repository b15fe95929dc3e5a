// The files of the default theme are compiled in, so that the program stays one file. Tools/list-theme writes this list;
// a test tells when a file is missing from it.

#include "theme.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t f_styles_tokens_css[] = {
#embed "../../Themes/Default/styles/tokens.css"
};
static const uint8_t f_styles_base_css[] = {
#embed "../../Themes/Default/styles/base.css"
};
static const uint8_t f_styles_layout_css[] = {
#embed "../../Themes/Default/styles/layout.css"
};
static const uint8_t f_styles_prose_css[] = {
#embed "../../Themes/Default/styles/prose.css"
};
static const uint8_t f_styles_blocks_css[] = {
#embed "../../Themes/Default/styles/blocks.css"
};
static const uint8_t f_styles_code_css[] = {
#embed "../../Themes/Default/styles/code.css"
};
static const uint8_t f_styles_lists_css[] = {
#embed "../../Themes/Default/styles/lists.css"
};
static const uint8_t f_styles_panels_css[] = {
#embed "../../Themes/Default/styles/panels.css"
};
static const uint8_t f_styles_topology_css[] = {
#embed "../../Themes/Default/styles/topology.css"
};
static const uint8_t f_styles_print_css[] = {
#embed "../../Themes/Default/styles/print.css"
};
static const uint8_t f_icons_feed_svg[] = {
#embed "../../Themes/Default/icons/feed.svg"
};
static const uint8_t f_icons_left_svg[] = {
#embed "../../Themes/Default/icons/left.svg"
};
static const uint8_t f_icons_mark_svg[] = {
#embed "../../Themes/Default/icons/mark.svg"
};
static const uint8_t f_icons_moon_svg[] = {
#embed "../../Themes/Default/icons/moon.svg"
};
static const uint8_t f_icons_pin_svg[] = {
#embed "../../Themes/Default/icons/pin.svg"
};
static const uint8_t f_icons_right_svg[] = {
#embed "../../Themes/Default/icons/right.svg"
};
static const uint8_t f_icons_sun_svg[] = {
#embed "../../Themes/Default/icons/sun.svg"
};
static const uint8_t f_scripts_ages_js[] = {
#embed "../../Themes/Default/scripts/ages.js"
};
static const uint8_t f_scripts_article_js[] = {
#embed "../../Themes/Default/scripts/article.js"
};
static const uint8_t f_scripts_scheme_js[] = {
#embed "../../Themes/Default/scripts/scheme.js"
};
static const uint8_t f_strings_en_yaml[] = {
#embed "../../Themes/Default/strings/en.yaml"
};
static const uint8_t f_strings_es_yaml[] = {
#embed "../../Themes/Default/strings/es.yaml"
};
static const uint8_t f_templates_404_html[] = {
#embed "../../Themes/Default/templates/404.html"
};
static const uint8_t f_templates_archive_html[] = {
#embed "../../Themes/Default/templates/archive.html"
};
static const uint8_t f_templates_author_html[] = {
#embed "../../Themes/Default/templates/author.html"
};
static const uint8_t f_templates_base_html[] = {
#embed "../../Themes/Default/templates/base.html"
};
static const uint8_t f_templates_cluster_html[] = {
#embed "../../Themes/Default/templates/cluster.html"
};
static const uint8_t f_templates_clusters_html[] = {
#embed "../../Themes/Default/templates/clusters.html"
};
static const uint8_t f_templates_home_html[] = {
#embed "../../Themes/Default/templates/home.html"
};
static const uint8_t f_templates_homelab_html[] = {
#embed "../../Themes/Default/templates/homelab.html"
};
static const uint8_t f_templates_inventory_html[] = {
#embed "../../Themes/Default/templates/inventory.html"
};
static const uint8_t f_templates_list_html[] = {
#embed "../../Themes/Default/templates/list.html"
};
static const uint8_t f_templates_macros_html[] = {
#embed "../../Themes/Default/templates/macros.html"
};
static const uint8_t f_templates_page_html[] = {
#embed "../../Themes/Default/templates/page.html"
};
static const uint8_t f_templates_partials_breadcrumbs_html[] = {
#embed "../../Themes/Default/templates/partials/breadcrumbs.html"
};
static const uint8_t f_templates_partials_changed_html[] = {
#embed "../../Themes/Default/templates/partials/changed.html"
};
static const uint8_t f_templates_partials_cover_html[] = {
#embed "../../Themes/Default/templates/partials/cover.html"
};
static const uint8_t f_templates_partials_embed_html[] = {
#embed "../../Themes/Default/templates/partials/embed.html"
};
static const uint8_t f_templates_partials_facts_html[] = {
#embed "../../Themes/Default/templates/partials/facts.html"
};
static const uint8_t f_templates_partials_footer_html[] = {
#embed "../../Themes/Default/templates/partials/footer.html"
};
static const uint8_t f_templates_partials_head_html[] = {
#embed "../../Themes/Default/templates/partials/head.html"
};
static const uint8_t f_templates_partials_header_html[] = {
#embed "../../Themes/Default/templates/partials/header.html"
};
static const uint8_t f_templates_partials_heading_html[] = {
#embed "../../Themes/Default/templates/partials/heading.html"
};
static const uint8_t f_templates_partials_homelab_html[] = {
#embed "../../Themes/Default/templates/partials/homelab.html"
};
static const uint8_t f_templates_partials_languages_html[] = {
#embed "../../Themes/Default/templates/partials/languages.html"
};
static const uint8_t f_templates_partials_neighbours_html[] = {
#embed "../../Themes/Default/templates/partials/neighbours.html"
};
static const uint8_t f_templates_partials_pager_html[] = {
#embed "../../Themes/Default/templates/partials/pager.html"
};
static const uint8_t f_templates_partials_related_html[] = {
#embed "../../Themes/Default/templates/partials/related.html"
};
static const uint8_t f_templates_partials_series_html[] = {
#embed "../../Themes/Default/templates/partials/series.html"
};
static const uint8_t f_templates_partials_sharing_html[] = {
#embed "../../Themes/Default/templates/partials/sharing.html"
};
static const uint8_t f_templates_partials_subsections_html[] = {
#embed "../../Themes/Default/templates/partials/subsections.html"
};
static const uint8_t f_templates_partials_tally_html[] = {
#embed "../../Themes/Default/templates/partials/tally.html"
};
static const uint8_t f_templates_partials_title_html[] = {
#embed "../../Themes/Default/templates/partials/title.html"
};
static const uint8_t f_templates_partials_toc_html[] = {
#embed "../../Themes/Default/templates/partials/toc.html"
};
static const uint8_t f_templates_partials_years_html[] = {
#embed "../../Themes/Default/templates/partials/years.html"
};
static const uint8_t f_templates_post_html[] = {
#embed "../../Themes/Default/templates/post.html"
};
static const uint8_t f_templates_project_html[] = {
#embed "../../Themes/Default/templates/project.html"
};
static const uint8_t f_templates_projects_html[] = {
#embed "../../Themes/Default/templates/projects.html"
};
static const uint8_t f_templates_series_html[] = {
#embed "../../Themes/Default/templates/series.html"
};
static const uint8_t f_templates_shortcodes_apps_html[] = {
#embed "../../Themes/Default/templates/shortcodes/apps.html"
};
static const uint8_t f_templates_shortcodes_cloud_html[] = {
#embed "../../Themes/Default/templates/shortcodes/cloud.html"
};
static const uint8_t f_templates_shortcodes_cluster_html[] = {
#embed "../../Themes/Default/templates/shortcodes/cluster.html"
};
static const uint8_t f_templates_shortcodes_clusters_html[] = {
#embed "../../Themes/Default/templates/shortcodes/clusters.html"
};
static const uint8_t f_templates_shortcodes_comment_html[] = {
#embed "../../Themes/Default/templates/shortcodes/comment.html"
};
static const uint8_t f_templates_shortcodes_compare_html[] = {
#embed "../../Themes/Default/templates/shortcodes/compare.html"
};
static const uint8_t f_templates_shortcodes_components_html[] = {
#embed "../../Themes/Default/templates/shortcodes/components.html"
};
static const uint8_t f_templates_shortcodes_details_html[] = {
#embed "../../Themes/Default/templates/shortcodes/details.html"
};
static const uint8_t f_templates_shortcodes_drift_html[] = {
#embed "../../Themes/Default/templates/shortcodes/drift.html"
};
static const uint8_t f_templates_shortcodes_fact_html[] = {
#embed "../../Themes/Default/templates/shortcodes/fact.html"
};
static const uint8_t f_templates_shortcodes_figure_html[] = {
#embed "../../Themes/Default/templates/shortcodes/figure.html"
};
static const uint8_t f_templates_shortcodes_gist_html[] = {
#embed "../../Themes/Default/templates/shortcodes/gist.html"
};
static const uint8_t f_templates_shortcodes_guests_html[] = {
#embed "../../Themes/Default/templates/shortcodes/guests.html"
};
static const uint8_t f_templates_shortcodes_highlight_html[] = {
#embed "../../Themes/Default/templates/shortcodes/highlight.html"
};
static const uint8_t f_templates_shortcodes_host_html[] = {
#embed "../../Themes/Default/templates/shortcodes/host.html"
};
static const uint8_t f_templates_shortcodes_hosts_html[] = {
#embed "../../Themes/Default/templates/shortcodes/hosts.html"
};
static const uint8_t f_templates_shortcodes_instagram_html[] = {
#embed "../../Themes/Default/templates/shortcodes/instagram.html"
};
static const uint8_t f_templates_shortcodes_networks_html[] = {
#embed "../../Themes/Default/templates/shortcodes/networks.html"
};
static const uint8_t f_templates_shortcodes_nodes_html[] = {
#embed "../../Themes/Default/templates/shortcodes/nodes.html"
};
static const uint8_t f_templates_shortcodes_outage_html[] = {
#embed "../../Themes/Default/templates/shortcodes/outage.html"
};
static const uint8_t f_templates_shortcodes_param_html[] = {
#embed "../../Themes/Default/templates/shortcodes/param.html"
};
static const uint8_t f_templates_shortcodes_platforms_html[] = {
#embed "../../Themes/Default/templates/shortcodes/platforms.html"
};
static const uint8_t f_templates_shortcodes_ref_html[] = {
#embed "../../Themes/Default/templates/shortcodes/ref.html"
};
static const uint8_t f_templates_shortcodes_relref_html[] = {
#embed "../../Themes/Default/templates/shortcodes/relref.html"
};
static const uint8_t f_templates_shortcodes_repos_html[] = {
#embed "../../Themes/Default/templates/shortcodes/repos.html"
};
static const uint8_t f_templates_shortcodes_roadmap_html[] = {
#embed "../../Themes/Default/templates/shortcodes/roadmap.html"
};
static const uint8_t f_templates_shortcodes_sites_html[] = {
#embed "../../Themes/Default/templates/shortcodes/sites.html"
};
static const uint8_t f_templates_shortcodes_topology_html[] = {
#embed "../../Themes/Default/templates/shortcodes/topology.html"
};
static const uint8_t f_templates_shortcodes_totals_html[] = {
#embed "../../Themes/Default/templates/shortcodes/totals.html"
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
static const uint8_t f_templates_term_html[] = {
#embed "../../Themes/Default/templates/term.html"
};
static const uint8_t f_templates_terms_html[] = {
#embed "../../Themes/Default/templates/terms.html"
};
static const uint8_t f_templates_topology_html[] = {
#embed "../../Themes/Default/templates/topology.html"
};

static const sitegen_theme_file files[] = {
  {"styles/tokens.css", f_styles_tokens_css, sizeof f_styles_tokens_css},
  {"styles/base.css", f_styles_base_css, sizeof f_styles_base_css},
  {"styles/layout.css", f_styles_layout_css, sizeof f_styles_layout_css},
  {"styles/prose.css", f_styles_prose_css, sizeof f_styles_prose_css},
  {"styles/blocks.css", f_styles_blocks_css, sizeof f_styles_blocks_css},
  {"styles/code.css", f_styles_code_css, sizeof f_styles_code_css},
  {"styles/lists.css", f_styles_lists_css, sizeof f_styles_lists_css},
  {"styles/panels.css", f_styles_panels_css, sizeof f_styles_panels_css},
  {"styles/topology.css", f_styles_topology_css, sizeof f_styles_topology_css},
  {"styles/print.css", f_styles_print_css, sizeof f_styles_print_css},
  {"icons/feed.svg", f_icons_feed_svg, sizeof f_icons_feed_svg},
  {"icons/left.svg", f_icons_left_svg, sizeof f_icons_left_svg},
  {"icons/mark.svg", f_icons_mark_svg, sizeof f_icons_mark_svg},
  {"icons/moon.svg", f_icons_moon_svg, sizeof f_icons_moon_svg},
  {"icons/pin.svg", f_icons_pin_svg, sizeof f_icons_pin_svg},
  {"icons/right.svg", f_icons_right_svg, sizeof f_icons_right_svg},
  {"icons/sun.svg", f_icons_sun_svg, sizeof f_icons_sun_svg},
  {"scripts/ages.js", f_scripts_ages_js, sizeof f_scripts_ages_js},
  {"scripts/article.js", f_scripts_article_js, sizeof f_scripts_article_js},
  {"scripts/scheme.js", f_scripts_scheme_js, sizeof f_scripts_scheme_js},
  {"strings/en.yaml", f_strings_en_yaml, sizeof f_strings_en_yaml},
  {"strings/es.yaml", f_strings_es_yaml, sizeof f_strings_es_yaml},
  {"templates/404.html", f_templates_404_html, sizeof f_templates_404_html},
  {"templates/archive.html", f_templates_archive_html, sizeof f_templates_archive_html},
  {"templates/author.html", f_templates_author_html, sizeof f_templates_author_html},
  {"templates/base.html", f_templates_base_html, sizeof f_templates_base_html},
  {"templates/cluster.html", f_templates_cluster_html, sizeof f_templates_cluster_html},
  {"templates/clusters.html", f_templates_clusters_html, sizeof f_templates_clusters_html},
  {"templates/home.html", f_templates_home_html, sizeof f_templates_home_html},
  {"templates/homelab.html", f_templates_homelab_html, sizeof f_templates_homelab_html},
  {"templates/inventory.html", f_templates_inventory_html, sizeof f_templates_inventory_html},
  {"templates/list.html", f_templates_list_html, sizeof f_templates_list_html},
  {"templates/macros.html", f_templates_macros_html, sizeof f_templates_macros_html},
  {"templates/page.html", f_templates_page_html, sizeof f_templates_page_html},
  {"templates/partials/breadcrumbs.html", f_templates_partials_breadcrumbs_html, sizeof f_templates_partials_breadcrumbs_html},
  {"templates/partials/changed.html", f_templates_partials_changed_html, sizeof f_templates_partials_changed_html},
  {"templates/partials/cover.html", f_templates_partials_cover_html, sizeof f_templates_partials_cover_html},
  {"templates/partials/embed.html", f_templates_partials_embed_html, sizeof f_templates_partials_embed_html},
  {"templates/partials/facts.html", f_templates_partials_facts_html, sizeof f_templates_partials_facts_html},
  {"templates/partials/footer.html", f_templates_partials_footer_html, sizeof f_templates_partials_footer_html},
  {"templates/partials/head.html", f_templates_partials_head_html, sizeof f_templates_partials_head_html},
  {"templates/partials/header.html", f_templates_partials_header_html, sizeof f_templates_partials_header_html},
  {"templates/partials/heading.html", f_templates_partials_heading_html, sizeof f_templates_partials_heading_html},
  {"templates/partials/homelab.html", f_templates_partials_homelab_html, sizeof f_templates_partials_homelab_html},
  {"templates/partials/languages.html", f_templates_partials_languages_html, sizeof f_templates_partials_languages_html},
  {"templates/partials/neighbours.html", f_templates_partials_neighbours_html, sizeof f_templates_partials_neighbours_html},
  {"templates/partials/pager.html", f_templates_partials_pager_html, sizeof f_templates_partials_pager_html},
  {"templates/partials/related.html", f_templates_partials_related_html, sizeof f_templates_partials_related_html},
  {"templates/partials/series.html", f_templates_partials_series_html, sizeof f_templates_partials_series_html},
  {"templates/partials/sharing.html", f_templates_partials_sharing_html, sizeof f_templates_partials_sharing_html},
  {"templates/partials/subsections.html", f_templates_partials_subsections_html, sizeof f_templates_partials_subsections_html},
  {"templates/partials/tally.html", f_templates_partials_tally_html, sizeof f_templates_partials_tally_html},
  {"templates/partials/title.html", f_templates_partials_title_html, sizeof f_templates_partials_title_html},
  {"templates/partials/toc.html", f_templates_partials_toc_html, sizeof f_templates_partials_toc_html},
  {"templates/partials/years.html", f_templates_partials_years_html, sizeof f_templates_partials_years_html},
  {"templates/post.html", f_templates_post_html, sizeof f_templates_post_html},
  {"templates/project.html", f_templates_project_html, sizeof f_templates_project_html},
  {"templates/projects.html", f_templates_projects_html, sizeof f_templates_projects_html},
  {"templates/series.html", f_templates_series_html, sizeof f_templates_series_html},
  {"templates/shortcodes/apps.html", f_templates_shortcodes_apps_html, sizeof f_templates_shortcodes_apps_html},
  {"templates/shortcodes/cloud.html", f_templates_shortcodes_cloud_html, sizeof f_templates_shortcodes_cloud_html},
  {"templates/shortcodes/cluster.html", f_templates_shortcodes_cluster_html, sizeof f_templates_shortcodes_cluster_html},
  {"templates/shortcodes/clusters.html", f_templates_shortcodes_clusters_html, sizeof f_templates_shortcodes_clusters_html},
  {"templates/shortcodes/comment.html", f_templates_shortcodes_comment_html, sizeof f_templates_shortcodes_comment_html},
  {"templates/shortcodes/compare.html", f_templates_shortcodes_compare_html, sizeof f_templates_shortcodes_compare_html},
  {"templates/shortcodes/components.html", f_templates_shortcodes_components_html, sizeof f_templates_shortcodes_components_html},
  {"templates/shortcodes/details.html", f_templates_shortcodes_details_html, sizeof f_templates_shortcodes_details_html},
  {"templates/shortcodes/drift.html", f_templates_shortcodes_drift_html, sizeof f_templates_shortcodes_drift_html},
  {"templates/shortcodes/fact.html", f_templates_shortcodes_fact_html, sizeof f_templates_shortcodes_fact_html},
  {"templates/shortcodes/figure.html", f_templates_shortcodes_figure_html, sizeof f_templates_shortcodes_figure_html},
  {"templates/shortcodes/gist.html", f_templates_shortcodes_gist_html, sizeof f_templates_shortcodes_gist_html},
  {"templates/shortcodes/guests.html", f_templates_shortcodes_guests_html, sizeof f_templates_shortcodes_guests_html},
  {"templates/shortcodes/highlight.html", f_templates_shortcodes_highlight_html, sizeof f_templates_shortcodes_highlight_html},
  {"templates/shortcodes/host.html", f_templates_shortcodes_host_html, sizeof f_templates_shortcodes_host_html},
  {"templates/shortcodes/hosts.html", f_templates_shortcodes_hosts_html, sizeof f_templates_shortcodes_hosts_html},
  {"templates/shortcodes/instagram.html", f_templates_shortcodes_instagram_html, sizeof f_templates_shortcodes_instagram_html},
  {"templates/shortcodes/networks.html", f_templates_shortcodes_networks_html, sizeof f_templates_shortcodes_networks_html},
  {"templates/shortcodes/nodes.html", f_templates_shortcodes_nodes_html, sizeof f_templates_shortcodes_nodes_html},
  {"templates/shortcodes/outage.html", f_templates_shortcodes_outage_html, sizeof f_templates_shortcodes_outage_html},
  {"templates/shortcodes/param.html", f_templates_shortcodes_param_html, sizeof f_templates_shortcodes_param_html},
  {"templates/shortcodes/platforms.html", f_templates_shortcodes_platforms_html, sizeof f_templates_shortcodes_platforms_html},
  {"templates/shortcodes/ref.html", f_templates_shortcodes_ref_html, sizeof f_templates_shortcodes_ref_html},
  {"templates/shortcodes/relref.html", f_templates_shortcodes_relref_html, sizeof f_templates_shortcodes_relref_html},
  {"templates/shortcodes/repos.html", f_templates_shortcodes_repos_html, sizeof f_templates_shortcodes_repos_html},
  {"templates/shortcodes/roadmap.html", f_templates_shortcodes_roadmap_html, sizeof f_templates_shortcodes_roadmap_html},
  {"templates/shortcodes/sites.html", f_templates_shortcodes_sites_html, sizeof f_templates_shortcodes_sites_html},
  {"templates/shortcodes/topology.html", f_templates_shortcodes_topology_html, sizeof f_templates_shortcodes_topology_html},
  {"templates/shortcodes/totals.html", f_templates_shortcodes_totals_html, sizeof f_templates_shortcodes_totals_html},
  {"templates/shortcodes/tweet.html", f_templates_shortcodes_tweet_html, sizeof f_templates_shortcodes_tweet_html},
  {"templates/shortcodes/twitter.html", f_templates_shortcodes_twitter_html, sizeof f_templates_shortcodes_twitter_html},
  {"templates/shortcodes/vimeo.html", f_templates_shortcodes_vimeo_html, sizeof f_templates_shortcodes_vimeo_html},
  {"templates/shortcodes/x.html", f_templates_shortcodes_x_html, sizeof f_templates_shortcodes_x_html},
  {"templates/shortcodes/youtube.html", f_templates_shortcodes_youtube_html, sizeof f_templates_shortcodes_youtube_html},
  {"templates/term.html", f_templates_term_html, sizeof f_templates_term_html},
  {"templates/terms.html", f_templates_terms_html, sizeof f_templates_terms_html},
  {"templates/topology.html", f_templates_topology_html, sizeof f_templates_topology_html},
};

size_t sitegen_theme_count(void) { return sizeof files / sizeof *files; }

sitegen_theme_file sitegen_theme_at(size_t index) { return files[index]; }
