from home.loading import rich


def test_bold_lists_and_links_become_what_wagtail_stores():
    text = "Un **text** cu [pagină](/a/).\n\n- unu\n- doi"
    assert rich.to_html(text, {"/a/": 7}) == (
        '<p>Un <b>text</b> cu <a linktype="page" id="7">pagină</a>.</p><ul><li>unu</li><li>doi</li></ul>'
    )


def test_signs_of_html_are_escaped():
    assert rich.to_html("a < b & c") == "<p>a &lt; b &amp; c</p>"


def test_what_it_does_not_know_is_a_fault():
    assert rich.faults("# Titlu")
    assert rich.faults("*oblic*")
    assert rich.faults("<b>x</b>")


def test_bold_and_link_may_stand_in_any_order_within_a_paragraph():
    assert rich.shape("**a** [b](/c/)") == rich.shape("[b](/c/) **a**")


def test_a_list_item_more_is_another_shape():
    assert rich.shape("- a\n- b") != rich.shape("- a")
