// What a person would stumble over and no rule book looks for. An object of checks.
{
    shown(element) {
        return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    },

    named(element) {
        const words = (element.innerText || element.getAttribute('aria-label') || '').trim();
        return `<${element.localName}> ${words.split(/\s+/).join(' ').slice(0, 60)}`.trim();
    },

    overflows() {
        const room = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= room) return [];
        return [...document.body.querySelectorAll('*')]
            .filter((element) => this.shown(element) && this.sticksOut(element, room))
            .filter((element, _, all) => !all.some((other) => other !== element && element.contains(other)))
            .map((element) => this.named(element));
    },

    // What scrolls within a box of its own does not move the page.
    sticksOut(element, room) {
        if (element.getBoundingClientRect().right <= room + 1) return false;
        for (let above = element.parentElement; above; above = above.parentElement) {
            const way = getComputedStyle(above).overflowX;
            if (way !== 'visible' && above !== document.body && above !== document.documentElement) return false;
        }
        return true;
    },

    covered() {
        const found = [];
        for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
            if (!this.shown(element) || element.disabled || element.type === 'hidden') continue;
            element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
            const box = element.getClientRects()[0];
            if (!box || box.width < 2 || box.height < 2) continue;
            const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            const mine = [element, ...(element.labels ?? [])].some((one) => one.contains(hit));
            if (!mine) found.push(`${this.named(element)}: ${hit ? this.named(hit) : 'outside the window'}`);
        }
        window.scrollTo(0, 0);
        return found;
    },

    smallPrint(pixels) {
        const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        while (words.nextNode()) {
            const element = words.currentNode.parentElement;
            if (!words.currentNode.data.trim() || !this.shown(element)) continue;
            if (['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE'].includes(element.tagName)) continue;
            const size = parseFloat(getComputedStyle(element).fontSize);
            if (size < pixels - 0.01) found.push(`${size} px: ${this.named(element)}`);
        }
        return found;
    },
}
