"""Writes the sites that are built, and changes them."""
import os, re, shutil

HUGO = os.path.join(os.path.dirname(__file__), "hugo")


def posts(content):
    """The Markdown files below a folder, by name: their texts are read once."""
    found = []
    for folder, _, names in os.walk(content):
        for name in names:
            if name.endswith(".md") and not name.startswith("_") and name != "index.md":
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    found.append((name, file.read()))
    return sorted(found)


def multiplied(posts, size):
    """So many posts: copies beyond the first have tags of their own, as a larger site has more of them."""
    result = []
    for number in range(size):
        copy, index = divmod(number, len(posts))
        name, text = posts[index]
        if copy:
            head, separator, body = text[3:].partition("\n---")
            head = re.sub(r"^- (\w+)$", rf"- \g<1>{copy}", head, flags=re.M)
            name, text = f"{copy}-{name}", text[:3] + head + separator + body
        result.append((name, text))
    return result


def write(posts, root):
    _write(posts, root)
    with open(os.path.join(root, "site.yaml"), "w") as file:
        file.write("title: Homelab\nbase_url: https://ejemplo.dev/\nlanguage: es\n")
    return root


def write_hugo(posts, root, related=True):
    """The site for Hugo; related pages, which sitegen shows too, are half of what it takes."""
    _write(posts, root)
    shutil.copytree(HUGO, root, dirs_exist_ok=True)
    if not related:
        page = os.path.join(root, "layouts", "_default", "single.html")
        with open(page, encoding="utf-8") as file:
            lines = [line for line in file if ".Related" not in line]
        with open(page, "w", encoding="utf-8") as file:
            file.writelines(lines)
    return root


def _write(posts, root):
    folder = os.path.join(root, "content", "posts")
    os.makedirs(folder)
    for name, text in posts:
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)


def count(folder):
    return sum(len(names) for _, _, names in os.walk(folder))


def _edit(root, number):
    folder = os.path.join(root, "content", "posts")
    names = sorted(os.listdir(folder))
    with open(os.path.join(folder, names[len(names) // 2]), "a", encoding="utf-8") as file:
        file.write(f"\n\nOtra línea, la {number}.\n")


def _retitle(root, number):
    folder = os.path.join(root, "content", "etiquetas", "kubernetes")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "_index.md"), "w") as file:
        file.write(f"---\ntitle: Kubernetes {number}\n---\n")


def _template(root, number):
    folder = os.path.join(root, "templates", "partials")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "neighbours.html"), "w") as file:
        file.write(f'<p class="neighbours">{number}</p>\n')


CHANGES = {
    "nothing changed": lambda root, number: None,
    "one post edited": _edit,
    "one tag's title changed": _retitle,
    "one template changed": _template,
}
